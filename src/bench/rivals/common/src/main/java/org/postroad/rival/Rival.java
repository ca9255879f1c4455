package org.postroad.rival;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes commands, a line each, from standard input and answers each with a line that begins with {@value #ANSWER}:
 *
 * <ul>
 *   <li>{@code deploy FOLDER}: deploys the diagrams of that folder
 *   <li>{@code run FILE}: makes the calls of that file in order and answers with seconds, starts and moves. Its lines are
 *       {@code start JOURNEY CUSTOMER} and {@code event TYPE CUSTOMER}.
 *   <li>{@code drain}: answers once no job is due any more
 * </ul>
 *
 * It ends when the input does.
 */
public final class Rival {

    static final String ANSWER = "=>";

    private static final int MOST_CONFLICTS = 20;

    /** How many call at once; all calls about one customer come from the same caller, in order. */
    private static final int CALLERS = Integer.getInteger("bench.callers", 1);

    private final Engine engine;

    public Rival(Engine engine) {
        this.engine = engine;
    }

    public void serve() throws IOException {
        answer("ready");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "deploy" -> deploy(Path.of(words[1]));
                case "run" -> run(Files.readAllLines(Path.of(words[1])));
                case "drain" -> drain();
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private void deploy(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            engine.deploy(files.sorted().toList());
        }
        answer("deployed");
    }

    private void run(List<String> calls) {
        AtomicInteger starts = new AtomicInteger();
        AtomicInteger moves = new AtomicInteger();
        List<String[]> words = calls.stream().map(call -> call.split(" ")).toList();
        long began = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, CALLERS)
                        .mapToObj(caller -> CompletableFuture.runAsync(() -> words.stream()
                                .filter(call -> Math.floorMod(call[2].hashCode(), CALLERS) == caller)
                                .forEach(call -> call(call, starts, moves))))
                        .toArray(CompletableFuture[]::new))
                .join();
        double seconds = (System.nanoTime() - began) / 1e9;
        answer(String.format(Locale.ROOT, "%.6f %d %d", seconds, starts.get(), moves.get()));
    }

    private void call(String[] call, AtomicInteger starts, AtomicInteger moves) {
        if (call[0].equals("start")) {
            engine.start(call[1], call[2]);
            starts.incrementAndGet();
        } else {
            moves.addAndGet(tell(call[1], call[2]));
        }
    }

    /** Again after a conflict with the engine's own threads, as the engines' guides advise. */
    private int tell(String eventType, String customer) {
        for (int conflicts = 0; ; conflicts++) {
            try {
                return engine.tell(eventType, customer);
            } catch (RuntimeException e) {
                if (conflicts == MOST_CONFLICTS || !isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    /** The row has changed, or another row refers to it by now. */
    private static boolean isConflict(RuntimeException failure) {
        String name = failure.getClass().getSimpleName();
        return name.contains("OptimisticLocking") || name.contains("PersistenceException");
    }

    private void drain() {
        while (engine.dueJobs() > 0) {
            pause();
        }
        answer("drained");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void answer(String words) {
        System.out.println(ANSWER + " " + words);
        System.out.flush();
    }

    /** The text of a diagram. */
    public static String read(Path diagram) {
        try {
            return Files.readString(diagram);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
