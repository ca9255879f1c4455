package org.postroad.segment;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.decide.CustomerSegments;
import org.postroad.decide.CustomerSegments.Question;
import org.postroad.json.BadInput;
import org.postroad.segment.GivenSegments.Given;
import org.postroad.time.RehearsalMode;
import org.postroad.time.RehearsalMode.ClockReset;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Segments in rehearsals. They are learned only where a journey or a table asks for one: at the start, and again when seven days
 * have passed, at the end of a step and in one thread, so that the result does not depend on threads.
 */
@Component
@Conditional(RehearsalMode.class)
public class SegmentRehearsal {

    /** In a journey, and as the input of a table. */
    private static final Pattern QUESTION =
            Pattern.compile("\\bcustomer\\.(segment\\b|(in|like)\\s*\\()|>\\s*(segment|segments|likeSegments)\\s*<");

    private final SegmentWork work;
    private final SegmentFits fits;
    private final NamedSegments named;
    private final SegmentCheck check;
    private final CustomerSegments segments;
    private final GivenSegments given;

    SegmentRehearsal(
            SegmentWork work,
            SegmentFits fits,
            NamedSegments named,
            SegmentCheck check,
            CustomerSegments segments,
            GivenSegments given) {
        this.work = work;
        this.fits = fits;
        this.named = named;
        this.check = check;
        this.segments = segments;
        this.given = given;
    }

    /** Nothing is learned yet. */
    @EventListener(ClockReset.class)
    void forget() {
        work.rehearse(false);
        fits.reset();
    }

    /**
     * Defines segments, in this order.
     *
     * @param expressions by name
     * @throws IllegalArgumentException with a sentence, if one cannot be defined so
     */
    public void define(Map<String, String> expressions) {
        expressions.forEach((name, expression) -> {
            try {
                check.require(name, expression);
            } catch (BadInput refusal) {
                throw new IllegalArgumentException(
                        "The segment '%s': %s".formatted(name, refusal.getMessage()), refusal);
            }
            named.put(name, expression);
        });
    }

    /** Whether one of these journeys and tables asks for a segment. */
    public static boolean isAskedForIn(Collection<byte[]> files) {
        return files.stream()
                .anyMatch(file -> QUESTION.matcher(new String(file, StandardCharsets.UTF_8))
                        .find());
    }

    /** The segments that these journeys and tables name, and that do not exist. */
    public Set<String> unknownIn(Collection<byte[]> files) {
        return files.stream()
                .map(file -> new String(file, StandardCharsets.UTF_8))
                .map(text -> text.replace("&#39;", "'").replace("&apos;", "'").replace("&quot;", "\""))
                .flatMap(text -> SegmentCheck.namesIn(text).stream())
                .filter(name -> !check.exists(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Learns now, and from now on every seven days. */
    public void begin() {
        work.rehearse(true);
        work.runDue();
    }

    /**
     * Gives segments to a customer, whatever was learned.
     *
     * @param in which the customer is in
     * @param like whose members the customer is like
     * @throws IllegalArgumentException with half a sentence, if there is none of a name
     */
    public void give(String customerId, List<String> in, List<String> like) {
        Stream.concat(
                        in.stream().flatMap(name -> fault(Question.IN, name)),
                        like.stream().flatMap(name -> fault(Question.LIKE, name)))
                .findFirst()
                .ifPresent(fault -> {
                    throw new IllegalArgumentException(fault);
                });
        if (!in.isEmpty() || !like.isEmpty()) {
            given.put(customerId, new Given(new TreeSet<>(in), Set.copyOf(like)));
        }
    }

    private Stream<String> fault(Question question, String name) {
        Optional<String> fault = segments.faultIn(question, name);
        return fault.stream();
    }
}
