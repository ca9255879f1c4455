package org.postroad.shop.world;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deals out character: what a person likes, how much a price matters, when the day leaves time. */
final class PersonGenerator {

    private static final List<String> MAIL_DOMAINS = List.of("example.com", "example.org", "example.net");

    private final Assortment assortment;

    PersonGenerator(Assortment assortment) {
        this.assortment = assortment;
    }

    SimulatedPerson generate(String id, SeededRandom seededRandom, Instant joined, @Nullable Instant leaves) {
        Country country = Country.draw(seededRandom);
        String firstName = country.firstName(seededRandom);
        String lastName = country.lastName(seededRandom);
        Map<String, Double> taste = taste(seededRandom);
        return new SimulatedPerson(
                id,
                seededRandom.seed(),
                firstName,
                lastName,
                address(firstName, lastName, id, seededRandom),
                country.locale,
                joined,
                leaves,
                seededRandom.chance(0.9),
                taste,
                interests(taste, seededRandom),
                priceSensitivity(seededRandom),
                Math.min(2.5, Math.exp(seededRandom.gaussian(-0.95, 0.6))),
                Math.min(0.25, Math.exp(seededRandom.gaussian(-2.5, 0.5))),
                Math.max(0.08, Math.min(0.85, seededRandom.gaussian(0.45, 0.16))),
                1,
                rhythm(country.zone(seededRandom), seededRandom));
    }

    /** Unique by the customer's number; ASCII, so that every mail server takes it. */
    private static String address(String firstName, String lastName, String id, SeededRandom seededRandom) {
        String name = Normalizer.normalize(firstName + "." + lastName, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return name.toLowerCase(Locale.ROOT) + id.substring(1) + "@" + seededRandom.oneOf(MAIL_DOMAINS);
    }

    /** One to three favourites carry most of it; a little is left for the rest. */
    private Map<String, Double> taste(SeededRandom seededRandom) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Arrays.stream(ShopCategory.values()).forEach(each -> weights.put(each.category, 0.03));
        int favourites = 1 + seededRandom.below(3);
        for (int i = 0; i < favourites; i++) {
            weights.merge(ShopCategory.draw(seededRandom).category, seededRandom.between(0.3, 1), Double::sum);
        }
        return summingToOne(weights);
    }

    /** People read about what they buy, and have a pet topic of their own. */
    private Map<String, Double> interests(Map<String, Double> taste, SeededRandom seededRandom) {
        Map<String, Double> weights = new LinkedHashMap<>();
        assortment.topics().forEach(topic -> weights.put(topic, 0.01));
        taste.forEach((category, share) -> assortment
                .topicsOf(category)
                .forEach((topic, weight) -> weights.merge(topic, share * weight, Double::sum)));
        weights.merge(seededRandom.oneOf(assortment.topics()), 0.4, Double::sum);
        return summingToOne(weights);
    }

    /** Three kinds of people: those who wait for a saving, those who never look for one, and some between. */
    private static double priceSensitivity(SeededRandom seededRandom) {
        double kind = seededRandom.between(0, 1);
        double centre = kind < 0.42 ? 0.86 : kind < 0.80 ? 0.08 : 0.45;
        return Math.max(0, Math.min(1, seededRandom.gaussian(centre, kind < 0.80 ? 0.06 : 0.10)));
    }

    /** Mail with the first coffee, at lunch or in the evening; shopping mostly after work. */
    private static DailyRoutine rhythm(ZoneId zone, SeededRandom seededRandom) {
        double kind = seededRandom.between(0, 1);
        double usual = kind < 0.40 ? 465 : kind < 0.65 ? 755 : 1_200;
        double shops = seededRandom.chance(0.7) ? seededRandom.gaussian(1_210, 50) : seededRandom.gaussian(800, 110);
        return new DailyRoutine(
                zone,
                seededRandom.gaussian(usual, 50),
                seededRandom.between(8, 28),
                seededRandom.between(0, 150),
                Math.max(400, Math.min(1_380, shops)),
                seededRandom.between(30, 80));
    }

    private static Map<String, Double> summingToOne(Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((key, weight) -> weight / sum);
        return weights;
    }
}
