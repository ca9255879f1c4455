package org.postroad.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Finds ports for the servers of local mode, below the range from which systems hand out ports to outgoing connections:
 * between choosing a port and listening on it, one of those could otherwise take it.
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
