package org.postroad.guarantee;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** An SMTP server that takes everything and remembers what it took, from the moment on at which the mail was whole. */
public final class CountingRelay implements AutoCloseable {

    /**
     * A mail.
     *
     * @param nanos when it was whole
     */
    public record Taken(String messageId, String recipient, long nanos) {}

    private final ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> firstTo = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket door;

    public CountingRelay() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::welcome);
    }

    public int port() {
        return door.getLocalPort();
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** When the first mail to that address was whole, in {@link System#nanoTime}; waits for it for half a minute. */
    public long await(String recipient) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> firstTo.getOrDefault(recipient, 0L), moment -> moment != 0);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                guest.setTcpNoDelay(true);
                open.add(guest);
                daemon(() -> serve(guest));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = guest.getOutputStream();
            say(out, "220 counting");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(Locale.ROOT);
                if (verb.startsWith("RCPT")) {
                    recipient = line.replaceAll(".*<(.*)>.*", "$1");
                } else if (verb.startsWith("DATA")) {
                    say(out, "354 go on");
                    Taken mail = new Taken(messageId(in), recipient, System.nanoTime());
                    taken.add(mail);
                    firstTo.putIfAbsent(recipient, mail.nanos());
                } else if (verb.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                }
                say(out, "250 2.0.0 fine");
            }
        } catch (IOException e) {
            // the guest was killed
        } finally {
            open.remove(guest);
        }
    }

    /** Reads to the end of the mail. */
    private static String messageId(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("The mail broke off");
            }
            if (line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                id = line.substring(11).strip();
            }
        }
        return id;
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "counting-relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket guest : open) {
                guest.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
