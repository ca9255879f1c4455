package org.postroad.report.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.customer.profile.Profile;
import org.postroad.report.timeline.DisplayText;
import org.springframework.stereotype.Component;

/** Describes a customer's profile in plain sentences. */
@Component
class ProfileWording {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int HALF_HOUR = 30;

    /** A share below this is described as none. */
    private static final double RARELY = 0.05;

    /** Decayed counters below this are noise: less than half an event. */
    private static final double NOTEWORTHY = 0.5;

    private final Catalog catalog;

    ProfileWording(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Sentences, the most informative first. */
    List<String> of(Profile profile, Instant now) {
        Format format = new Format(now);
        List<String> sentences = new ArrayList<>();
        purchases(profile, format, sentences);
        discounts(profile.discountShare(now), sentences);
        top(profile.categoryViews(now), "Looks mostly at ", DisplayText::plain, sentences);
        top(profile.productViews(now), "Looked lately at ", this::product, sentences);
        top(profile.topics(now), "Reads about ", DisplayText::plain, sentences);
        mails(profile, now, sentences);
        rhythm(profile.engagementByMinuteOfWeek(now), sentences);
        profile.lastSeenAt().ifPresent(at -> sentences.add("Last seen " + format.ago(at) + "."));
        return sentences;
    }

    private static void purchases(Profile profile, Format format, List<String> sentences) {
        if (profile.orders() == 0) {
            sentences.add("Has never bought.");
            return;
        }
        String last = profile.lastPurchaseAt()
                .map(at -> ", the last time " + format.ago(at))
                .orElse("");
        sentences.add("Bought " + times(profile.orders()) + " for " + format.money(profile.revenue(), null) + " in all"
                + last + ".");
    }

    private static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : Format.plural(count, "time");
    }

    private static void discounts(double share, List<String> sentences) {
        if (share < RARELY) {
            sentences.add("Pays the full price.");
        } else if (share > 1 - RARELY) {
            sentences.add("Buys with a discount only.");
        } else if (!Double.isNaN(share)) {
            sentences.add(
                    "Used a discount for about %.0f of ten orders, recent ones counting more.".formatted(10 * share));
        }
    }

    private static void top(
            Map<String, Double> counters, String start, Function<String, String> name, List<String> sentences) {
        List<String> strongest = counters.entrySet().stream()
                .filter(entry -> entry.getValue() >= NOTEWORTHY)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(3)
                .map(entry -> name.apply(entry.getKey()))
                .toList();
        if (!strongest.isEmpty()) {
            sentences.add(start + String.join(", ", strongest) + ".");
        }
    }

    private static void mails(Profile profile, Instant now, List<String> sentences) {
        double sent = profile.mailsSent(now);
        if (sent >= NOTEWORTHY) {
            sentences.add("Opens about %.0f of ten mails, and clicks in %.0f."
                    .formatted(10 * profile.mailsOpened(now) / sent, 10 * profile.mailsClicked(now) / sent));
        }
    }

    /** The half-hour of the day with the most opens and clicks; a single one does not count. */
    private static void rhythm(Map<Integer, Double> byMinuteOfWeek, List<String> sentences) {
        Map<Integer, Double> byHalfHour = new TreeMap<>();
        byMinuteOfWeek.forEach(
                (minute, weight) -> byHalfHour.merge(minute % MINUTES_A_DAY / HALF_HOUR, weight, Double::sum));
        byHalfHour.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(entry -> entry.getValue() > NOTEWORTHY)
                .map(Map.Entry::getKey)
                .ifPresent(half -> sentences.add("Reads mail most often between %s and %s local time."
                        .formatted(clock(half * HALF_HOUR), clock((half + 1) * HALF_HOUR))));
    }

    private static String clock(int minuteOfDay) {
        return "%02d:%02d".formatted(minuteOfDay / 60 % 24, minuteOfDay % 60);
    }

    private String product(String id) {
        return catalog.product(id).map(Product::name).orElse(id);
    }
}
