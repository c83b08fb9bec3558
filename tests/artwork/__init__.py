"""Pictures for the sample issue: painted by script, the same pixels every time."""
