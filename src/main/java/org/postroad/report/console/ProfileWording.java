package org.postroad.report.console;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.customer.Profile;
import org.postroad.report.timeline.Phrases;
import org.springframework.stereotype.Component;

/** Tells in plain sentences what is known about a customer. */
@Component
class ProfileWording {

    private static final int MINUTES_A_DAY = 24 * 60;

    /** Below this the counters are noise: less than half an event, faded. */
    private static final double NOTEWORTHY = 0.5;

    private final Catalog catalog;

    ProfileWording(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Sentences, the most telling first; empty if nothing is known. */
    List<String> of(Profile profile, Instant now) {
        Format format = new Format(now);
        List<String> sentences = new ArrayList<>();
        purchases(profile, format, sentences);
        discounts(profile.discountShare(now), format, sentences);
        top(profile.categoryViews(now), "Looks mostly at ", Phrases::plain, sentences);
        top(profile.productViews(now), "Lately: ", this::product, sentences);
        top(profile.topics(now), "Reads about ", Phrases::plain, sentences);
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
        sentences.add("Bought " + (profile.orders() == 1 ? "once" : format.count(profile.orders()) + " times") + " for "
                + format.money(profile.revenue(), null) + " in all" + last + ".");
    }

    private static void discounts(double share, Format format, List<String> sentences) {
        if (!Double.isNaN(share)) {
            sentences.add(format.percent(share) + " of the orders used a discount, recent ones counting more.");
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
            sentences.add("Of ten mails opens about %.0f and clicks in %.0f."
                    .formatted(10 * profile.mailsOpened(now) / sent, 10 * profile.mailsClicked(now) / sent));
        }
    }

    private static void rhythm(Map<Integer, Double> byMinuteOfWeek, List<String> sentences) {
        byMinuteOfWeek.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .ifPresent(minute -> sentences.add("Reads mail most often around " + moment(minute) + " local time."));
    }

    private static String moment(int minuteOfWeek) {
        String day = DayOfWeek.of(minuteOfWeek / MINUTES_A_DAY + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        int minute = minuteOfWeek % MINUTES_A_DAY;
        return "%s, %02d:%02d".formatted(day, minute / 60, minute % 60);
    }

    private String product(String id) {
        return catalog.product(id).map(Product::name).orElse(id);
    }
}
