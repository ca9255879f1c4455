package org.postroad.report.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postroad.time.ClockMove;

/**
 * A move of the clock as the pages show it, and as JSON for the page that waits for its end.
 *
 * @param moving whether it is under way
 * @param now where the clock is
 * @param shown the same as text
 * @param percent of the way that lies behind
 * @param sentence what has been done so far, or how it ended
 */
public record ClockMoveView(boolean moving, Instant now, String shown, int percent, String sentence) {

    /** The work that people want to hear of, by {@link org.postroad.time.ScheduledWork#name}, with one and many. */
    private static final Map<String, List<String>> NOUNS = new LinkedHashMap<>();

    static {
        NOUNS.put("events", List.of("event or check", "events and checks"));
        NOUNS.put("engine", List.of("timer or step", "timers and steps"));
        NOUNS.put("post-office", List.of("mail", "mails"));
        NOUNS.put("webhooks", List.of("webhook call", "webhook calls"));
    }

    static ClockMoveView of(ClockMove.Progress progress, Format format) {
        return new ClockMoveView(
                progress.state() == ClockMove.State.MOVING,
                progress.now(),
                format.utc(progress.now()),
                (int) (100 * progress.share()),
                sentence(progress, format));
    }

    private static String sentence(ClockMove.Progress progress, Format format) {
        String done = NOUNS.entrySet().stream()
                .filter(noun -> progress.done().containsKey(noun.getKey()))
                .map(noun -> counted(progress.done().getOrDefault(noun.getKey(), 0), noun.getValue(), format))
                .collect(Collectors.joining(", "));
        String so = done.isEmpty() ? "nothing yet" : done;
        return switch (progress.state()) {
            case MOVING, ARRIVED -> so;
            case STOPPED -> "Stopped on the way to " + format.utc(progress.target()) + ": " + so;
            case FAILED ->
                "Time stopped on the way to " + format.utc(progress.target())
                        + ", since some work failed; the log says which. Move on to try it again.";
        };
    }

    private static String counted(int count, List<String> nouns, Format format) {
        return format.count(count) + " " + nouns.get(count == 1 ? 0 : 1);
    }
}
