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
 * An SMTP relay that answers as a test tells it. The steps are {@code CONNECT}, the verbs, and {@code CONTENT} for the
 * end of the mail itself.
 */
public final class ScriptedRelay implements AutoCloseable {

    /** In place of an answer: hang up. */
    public static final String HANG_UP = "";

    private static final Map<String, String> USUAL = Map.of(
            "CONNECT", "220 scripted",
            "EHLO", "250 scripted",
            "DATA", "354 go on",
            "CONTENT", "250 2.0.0 taken",
            "QUIT", "221 bye");

    public final List<String> mails = new CopyOnWriteArrayList<>();
    public final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger conversations = new AtomicInteger();
    private final Map<String, Supplier<String>> script = new ConcurrentHashMap<>();
    private final ServerSocket door;
    private final Thread porter;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public ScriptedRelay() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        USUAL.forEach(this::answering);
        porter = start(this::welcome);
    }

    public int port() {
        return door.getLocalPort();
    }

    public ScriptedRelay answering(String step, String reply) {
        return answering(step, () -> reply);
    }

    /** As if asked anew each time; it may take its time. */
    ScriptedRelay answering(String step, Supplier<String> reply) {
        script.put(step, reply);
        return this;
    }

    private void welcome() {
        try {
            while (true) {
                Socket caller = door.accept();
                open.add(caller);
                connections.incrementAndGet();
                start(() -> serve(caller));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket caller) {
        conversations.incrementAndGet();
        try (caller;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1))) {
            converse(in, caller.getOutputStream());
        } catch (IOException gone) {
            // The caller hung up, or the test is over.
        } finally {
            conversations.decrementAndGet();
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        boolean goesOn = goesOn(say(out, "CONNECT"));
        while (goesOn) {
            String line = in.readLine();
            String verb = line == null ? "QUIT" : line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            String said = say(out, verb);
            goesOn = goesOn(said) && !verb.equals("QUIT");
            if (goesOn && verb.equals("DATA") && said.startsWith("354")) {
                mails.add(content(in));
                goesOn = goesOn(say(out, "CONTENT"));
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

    private String say(OutputStream out, String step) throws IOException {
        String answer = script.getOrDefault(step, () -> "250 ok").get();
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII), 0, answer.isEmpty() ? 0 : answer.length() + 2);
        out.flush();
        return answer;
    }

    private static boolean goesOn(String answer) {
        return !answer.equals(HANG_UP) && !answer.startsWith("421");
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "scripted-relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Returns when nobody is let in any more: who knocks afterwards finds a closed door. */
    @Override
    public void close() throws IOException {
        door.close();
        try {
            porter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket each : open) {
            each.close();
        }
    }
}
