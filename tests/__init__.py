"""The tests: behaviour through public doors. README.md beside this file says how they are run and arranged."""
