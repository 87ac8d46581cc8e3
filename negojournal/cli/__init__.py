"""The command line: click commands that ask the service and print, without logic of their own."""
