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
import org.postroad.rehearse.scenario.Expectation.ExpectedEnding;
import org.postroad.rehearse.scenario.Scenario.TimedAction;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one scenario, laid over the world of its file. */
final class ScenarioParser {

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

    private final YamlSection world;
    private final YamlSection story;
    private final String name;
    private final ZoneId zone;
    private final ZonedDateTime starts;

    ScenarioParser(String file, YamlSection world, YamlSection story) {
        this.world = world;
        this.name = story.requiredText("name");
        this.story = story.in("%s, scenario '%s'".formatted(file, name));
        this.zone = world.text("zone", ScenarioParser::zone).orElse(ZoneId.of("UTC"));
        this.starts = moment(this.story, "starts")
                .or(() -> moment(world, "starts"))
                .orElseGet(() -> moment(USUAL_START, zone));
    }

    /** A section with nothing in it. */
    static YamlSection nothing(String place) {
        return new YamlSection(place, "", new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK));
    }

    Scenario read() {
        YamlSection given = story.section("given", GIVEN).orElseGet(() -> nothing(name));
        YamlSection then = story.section("then", THEN).orElseThrow(() -> story.fault("then", "is missing"));
        return new Scenario(
                name,
                story.line(),
                starts,
                customer(given),
                branches(given),
                past(given),
                timedActions(),
                story.text("until", this::momentOrSpan),
                expectation(then));
    }

    private Map<String, Object> customer(YamlSection given) {
        Map<String, Object> customer = new LinkedHashMap<>(Map.of("id", "customer", "timeZone", zone.getId()));
        Stream.of(world, given)
                .flatMap(each -> each.section("customer").stream())
                .forEach(told -> merge(told, customer));
        merge(Map.of("attributes", Map.of("holdout", isHeldOut(given))), customer);
        customer.computeIfPresent("consents", (key, consents) -> consents(consents));
        return customer;
    }

    private static boolean isHeldOut(YamlSection given) {
        return given.text("holdout").filter("true"::equals).isPresent();
    }

    private static void merge(YamlSection told, Map<String, Object> customer) {
        merge(told.plain(), customer);
    }

    /** Attributes join those that are there; all else replaces what was said before. */
    static void merge(Map<String, Object> told, Map<String, Object> customer) {
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

    private static Map<String, String> branches(YamlSection given) {
        Map<String, String> branches = new HashMap<>();
        given.section("branches")
                .ifPresent(yamlSection ->
                        yamlSection.plain().forEach((gateway, flow) -> branches.put(gateway, flow.toString())));
        return branches;
    }

    private List<TimedAction> past(YamlSection given) {
        return Stream.of(world, given)
                .flatMap(each -> each.sections("past", PAST).stream())
                .map(event -> new TimedAction(ago(event), sendEvent(event, CalendarDuration.NONE)))
                .sorted(Comparator.comparing(TimedAction::at))
                .toList();
    }

    private ZonedDateTime ago(YamlSection event) {
        return event.text("ago", CalendarDuration::parse)
                .map(calendarDuration -> calendarDuration.before(starts))
                .or(() -> moment(event, "at"))
                .orElseThrow(() -> event.fault("ago", "is missing; say how long before the start it was"));
    }

    private List<TimedAction> timedActions() {
        List<TimedAction> happenings = new ArrayList<>();
        for (YamlSection each : story.sections("when", WHEN)) {
            TimedAction next = new TimedAction(when(each), action(each));
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

    private ZonedDateTime when(YamlSection happening) {
        return momentIn(happening).orElse(starts);
    }

    /** {@code at} a moment, or {@code after} a time since the start. */
    private Optional<ZonedDateTime> momentIn(YamlSection yamlSection) {
        return moment(yamlSection, "at")
                .or(() -> yamlSection
                        .text("after", CalendarDuration::parse)
                        .map(calendarDuration -> calendarDuration.after(starts)));
    }

    private ScenarioAction action(YamlSection told) {
        if (told.has("event")) {
            return sendEvent(told, told.text("late", CalendarDuration::parse).orElse(CalendarDuration.NONE));
        }
        if (told.has("answers")) {
            return new ScenarioAction.CompleteTask(told.requiredText("answers"), with(told));
        }
        if (told.has("profile")) {
            return new ScenarioAction.PutCustomer(
                    told.section("profile").orElseThrow().plain());
        }
        return told.text("clicks")
                .<ScenarioAction>map(ScenarioAction.ClickLink::new)
                .or(() -> told.text("opens").map(ScenarioAction.OpenMail::new))
                .or(() -> told.text("confirms").map(ScenarioAction.ConfirmSubscription::new))
                .or(() -> told.text("unsubscribes").map(ScenarioAction.ClickUnsubscribe::new))
                .orElseThrow(() -> told.fault(
                        "when",
                        "says when but not what; name one of event, clicks, opens, confirms, unsubscribes, answers,"
                                + " profile"));
    }

    private static ScenarioAction.SendEvent sendEvent(YamlSection told, CalendarDuration late) {
        return new ScenarioAction.SendEvent(told.requiredText("event"), with(told), late);
    }

    private static Map<String, Object> with(YamlSection told) {
        return told.section("with").map(YamlSection::plain).orElse(Map.of());
    }

    private Expectation expectation(YamlSection then) {
        return new Expectation(
                then.texts("passes"),
                then.texts("never"),
                then.sections("mails", MAIL).stream().map(this::mail).toList(),
                then.sections("skipped", "step", "reason").stream()
                        .map(each ->
                                new Expectation.SkippedMail(each.requiredText("step"), each.requiredText("reason")))
                        .toList(),
                ending(then));
    }

    private Expectation.ExpectedMail mail(YamlSection mail) {
        return new Expectation.ExpectedMail(
                mail.requiredText("step"), momentIn(mail), mail.text("subject"), mail.text("offer"), mail.text("to"));
    }

    private static Optional<ExpectedEnding> ending(YamlSection then) {
        if (then.has("enters") && !then.requiredText("enters").matches("no|false")) {
            throw then.fault("enters", "can only be 'no'; leave it out when somebody enters");
        }
        return then.text("ends")
                .<ExpectedEnding>map(ExpectedEnding.EndsWithReason::new)
                .or(() -> then.text("stays").map(ExpectedEnding.WaitsAtStep::new))
                .or(() -> then.text("enters").map(no -> new ExpectedEnding.NoEnrolment()));
    }

    private ZonedDateTime momentOrSpan(String text) {
        return text.matches("\\d{4}-.*")
                ? moment(text, zone)
                : CalendarDuration.parse(text).after(starts);
    }

    private Optional<ZonedDateTime> moment(YamlSection yamlSection, String key) {
        return yamlSection.text(key, text -> moment(text, zone));
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
