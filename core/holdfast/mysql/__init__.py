"""MySQL and MariaDB as sources and targets both need them: where a server is, the client's own programs, errors, the layout of a dump."""
