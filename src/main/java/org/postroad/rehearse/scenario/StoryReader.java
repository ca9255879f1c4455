package org.postroad.rehearse.scenario;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroad.rehearse.scenario.Expectation.Ending;
import org.postroad.rehearse.scenario.Scenario.Happening;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one scenario, laid over the world of its file. */
final class StoryReader {

    static final String[] WORLD = {"zone", "starts", "customer", "past", "products", "articles", "offers"};
    static final String[] SCENARIO = {"name", "starts", "given", "when", "until", "then"};

    private static final String[] GIVEN = {"customer", "past", "holdout", "branches"};
    private static final String[] PAST = {"ago", "at", "event", "with"};
    private static final String[] WHEN = {
        "at", "after", "event", "with", "late", "opens", "clicks", "confirms", "unsubscribes", "answers", "profile"
    };
    private static final String[] THEN = {"passes", "never", "mails", "skipped", "ends", "stays", "enters"};
    private static final String[] MAIL = {"step", "at", "after", "subject", "offer", "to"};

    private static final String USUAL_START = "2026-03-02 08:00";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

    private final Section world;
    private final Section story;
    private final String name;
    private final ZoneId zone;
    private final ZonedDateTime starts;

    StoryReader(String file, Section world, Section story) {
        this.world = world;
        this.name = story.requiredText("name");
        this.story = story.in("%s, scenario '%s'".formatted(file, name));
        this.zone = world.text("zone", StoryReader::zone).orElse(ZoneId.of("UTC"));
        this.starts = moment(this.story, "starts")
                .or(() -> moment(world, "starts"))
                .orElseGet(() -> moment(USUAL_START, zone));
    }

    /** A section with nothing in it. */
    static Section nothing(String place) {
        return new Section(place, "", new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK));
    }

    Scenario read() {
        Section given = story.section("given", GIVEN).orElseGet(() -> nothing(name));
        Section then = story.section("then", THEN).orElseThrow(() -> story.fault("then", "is missing"));
        return new Scenario(
                name,
                story.line(),
                starts,
                customer(given),
                branches(given),
                past(given),
                happenings(),
                story.text("until", this::momentOrSpan),
                expectation(then));
    }

    private Map<String, Object> customer(Section given) {
        Map<String, Object> customer = new LinkedHashMap<>(Map.of("id", "customer", "timeZone", zone.getId()));
        Stream.of(world, given)
                .flatMap(each -> each.section("customer").stream())
                .forEach(told -> lay(told, customer));
        lay(Map.of("attributes", Map.of("holdout", isHeldOut(given))), customer);
        customer.computeIfPresent("consents", (key, consents) -> consents(consents));
        return customer;
    }

    private static boolean isHeldOut(Section given) {
        return given.text("holdout").filter("true"::equals).isPresent();
    }

    private static void lay(Section told, Map<String, Object> customer) {
        lay(told.plain(), customer);
    }

    /** Attributes join those that are there; all else replaces what was said before. */
    static void lay(Map<String, Object> told, Map<String, Object> customer) {
        told.forEach((key, value) -> customer.merge(
                key,
                value,
                (before, now) -> key.equals("attributes") ? joined((Map<?, ?>) before, (Map<?, ?>) now) : now));
    }

    private static Map<Object, Object> joined(Map<?, ?> before, Map<?, ?> now) {
        Map<Object, Object> joined = new LinkedHashMap<>(before);
        joined.putAll(now);
        return joined;
    }

    /** Given the day before: what has just been given would be an event of the story. */
    private Object consents(Object told) {
        if (!(told instanceof List<?> topics)) {
            return told;
        }
        Map<String, Object> consents = new LinkedHashMap<>();
        Map<String, Object> consent =
                Map.of("granted", true, "at", starts.minusDays(1).toInstant().toString(), "source", "scenario");
        topics.forEach(topic -> consents.put(String.valueOf(topic), consent));
        return consents;
    }

    private static Map<String, String> branches(Section given) {
        Map<String, String> branches = new HashMap<>();
        given.section("branches")
                .ifPresent(
                        section -> section.plain().forEach((gateway, flow) -> branches.put(gateway, flow.toString())));
        return branches;
    }

    private List<Happening> past(Section given) {
        return Stream.of(world, given)
                .flatMap(each -> each.sections("past", PAST).stream())
                .map(event -> new Happening(ago(event), happens(event, Span.NONE)))
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    private ZonedDateTime ago(Section event) {
        return event.text("ago", Span::parse)
                .map(span -> span.before(starts))
                .or(() -> moment(event, "at"))
                .orElseThrow(() -> event.fault("ago", "is missing; say how long before the start it was"));
    }

    private List<Happening> happenings() {
        List<Happening> happenings = new ArrayList<>();
        for (Section each : story.sections("when", WHEN)) {
            Happening next = new Happening(when(each), deed(each));
            ZonedDateTime last = happenings.isEmpty()
                    ? starts
                    : happenings.get(happenings.size() - 1).at();
            if (next.at().isBefore(last)) {
                throw each.fault(
                        each.has("at") ? "at" : "after",
                        "lies before what is told above; tell things in order of time");
            }
            happenings.add(next);
        }
        return happenings;
    }

    private ZonedDateTime when(Section happening) {
        return momentIn(happening).orElse(starts);
    }

    /** {@code at} a moment, or {@code after} a time since the start. */
    private Optional<ZonedDateTime> momentIn(Section section) {
        return moment(section, "at").or(() -> section.text("after", Span::parse).map(span -> span.after(starts)));
    }

    private Deed deed(Section told) {
        if (told.has("event")) {
            return happens(told, told.text("late", Span::parse).orElse(Span.NONE));
        }
        if (told.has("answers")) {
            return new Deed.Answers(told.requiredText("answers"), with(told));
        }
        if (told.has("profile")) {
            return new Deed.TellsProfile(told.section("profile").orElseThrow().plain());
        }
        return told.text("clicks")
                .<Deed>map(Deed.Clicks::new)
                .or(() -> told.text("opens").map(Deed.Opens::new))
                .or(() -> told.text("confirms").map(Deed.Confirms::new))
                .or(() -> told.text("unsubscribes").map(Deed.Unsubscribes::new))
                .orElseThrow(() -> told.fault(
                        "when",
                        "says when but not what; name one of event, clicks, opens, confirms, unsubscribes, answers,"
                                + " profile"));
    }

    private static Deed.Happens happens(Section told, Span late) {
        return new Deed.Happens(told.requiredText("event"), with(told), late);
    }

    private static Map<String, Object> with(Section told) {
        return told.section("with").map(Section::plain).orElse(Map.of());
    }

    private Expectation expectation(Section then) {
        return new Expectation(
                then.texts("passes"),
                then.texts("never"),
                then.sections("mails", MAIL).stream().map(this::mail).toList(),
                then.sections("skipped", "step", "reason").stream()
                        .map(each -> new Expectation.Skipped(each.requiredText("step"), each.requiredText("reason")))
                        .toList(),
                ending(then));
    }

    private Expectation.Mail mail(Section mail) {
        return new Expectation.Mail(
                mail.requiredText("step"), momentIn(mail), mail.text("subject"), mail.text("offer"), mail.text("to"));
    }

    private static Optional<Ending> ending(Section then) {
        if (then.has("enters") && !then.requiredText("enters").matches("no|false")) {
            throw then.fault("enters", "can only be 'no'; leave it out when somebody enters");
        }
        return then.text("ends")
                .<Ending>map(Ending.Ends::new)
                .or(() -> then.text("stays").map(Ending.Stays::new))
                .or(() -> then.text("enters").map(no -> new Ending.NobodyEnters()));
    }

    private ZonedDateTime momentOrSpan(String text) {
        return text.matches("\\d{4}-.*") ? moment(text, zone) : Span.parse(text).after(starts);
    }

    private Optional<ZonedDateTime> moment(Section section, String key) {
        return section.text(key, text -> moment(text, zone));
    }

    private static ZonedDateTime moment(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text.replace('T', ' '), TIME).atZone(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is '" + text + "'; write a moment like 2026-03-02 08:00");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is '" + text + "'; write a time zone like Europe/Berlin");
        }
    }
}
