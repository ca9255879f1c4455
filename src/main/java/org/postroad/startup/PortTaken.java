package org.postroad.startup;

/** The web server's port cannot be opened. */
final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortTaken(int port, Throwable cause) {
        super("The web server cannot listen on port " + port + ": " + cause.getMessage(), cause);
        this.port = port;
    }

    int port() {
        return port;
    }
}
