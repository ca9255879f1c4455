package org.postroad.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP relay whose replies a test scripts. The steps are {@code CONNECT}, the SMTP verbs, and {@code CONTENT} for the
 * end of the message.
 */
public final class ScriptedRelay implements AutoCloseable {

    /** Instead of a reply: break the connection. */
    public static final String HANG_UP = "";

    private static final Map<String, String> DEFAULT_REPLIES = Map.of(
            "CONNECT", "220 scripted",
            "EHLO", "250 scripted",
            "DATA", "354 go on",
            "CONTENT", "250 2.0.0 taken",
            "QUIT", "221 bye");

    public final List<String> mails = new CopyOnWriteArrayList<>();
    public final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger sessions = new AtomicInteger();
    private final Map<String, Supplier<String>> script = new ConcurrentHashMap<>();
    private final ServerSocket server;
    private final Thread acceptor;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public ScriptedRelay() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DEFAULT_REPLIES.forEach(this::answering);
        acceptor = start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public ScriptedRelay answering(String step, String reply) {
        return answering(step, () -> reply);
    }

    /** The reply is computed each time, and may take long. */
    public ScriptedRelay answering(String step, Supplier<String> reply) {
        script.put(step, reply);
        return this;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                connections.incrementAndGet();
                start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        sessions.incrementAndGet();
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            converse(in, client.getOutputStream());
        } catch (IOException gone) {
            // The client disconnected, or the test is over.
        } finally {
            sessions.decrementAndGet();
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        boolean continues = continues(reply(out, "CONNECT"));
        while (continues) {
            String line = in.readLine();
            String verb = line == null ? "QUIT" : line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            String reply = reply(out, verb);
            continues = continues(reply) && !verb.equals("QUIT");
            if (continues && verb.equals("DATA") && reply.startsWith("354")) {
                mails.add(content(in));
                continues = continues(reply(out, "CONTENT"));
            }
        }
    }

    private static String content(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (@Nullable String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line.startsWith(".") ? line.substring(1) : line);
        }
        return String.join("\r\n", lines);
    }

    private String reply(OutputStream out, String step) throws IOException {
        String answer = script.getOrDefault(step, () -> "250 ok").get();
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII), 0, answer.isEmpty() ? 0 : answer.length() + 2);
        out.flush();
        return answer;
    }

    private static boolean continues(String answer) {
        return !answer.equals(HANG_UP) && !answer.startsWith("421");
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "scripted-relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Returns when connections are refused. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket each : open) {
            each.close();
        }
    }
}
