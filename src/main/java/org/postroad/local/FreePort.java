package org.postroad.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Finds free ports for the servers of local mode. Searches below the ephemeral range: otherwise an outgoing connection
 * could take the port before the server listens on it.
 */
final class FreePort {

    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;
    private static final int TRIES = 100;

    private FreePort() {}

    static int find() {
        return new Random()
                .ints(TRIES, FIRST, FIRST + COUNT)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port was found on this machine's loopback address"
                        + " between " + FIRST + " and " + (FIRST + COUNT) + "."));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
