package org.postroad.shop.world;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where customers live: it sets their names, language and time. */
enum Country {
    UNITED_STATES(
            0.38,
            "en-US",
            List.of("America/New_York", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
            "Emily James Olivia Noah Grace Liam Hannah Ethan Chloe Mason Zoe Lucas Ruby Owen Nora Caleb Maya Henry Iris Jack",
            "Carter Brooks Hayes Reed Foster Walsh Bennett Coleman Morgan Price Sanders Turner Ward Fisher Grant Hughes"),
    UNITED_KINGDOM(
            0.20,
            "en-GB",
            List.of("Europe/London"),
            "Amelia Oliver Isla Harry Poppy George Freya Arthur Elsie Theo Martha Alfie Rosie Finlay Imogen Rhys",
            "Thornton Ashdown Barlow Clegg Dawson Ellery Fairfax Garside Holt Kirkby Lister Marlow Pryce Redfern"),
    GERMANY(
            0.16,
            "de-DE",
            List.of("Europe/Berlin"),
            "Lena Jonas Mia Felix Clara Moritz Paula Anton Greta Emil Frieda Jakob Marie Till Ronja Malte",
            "Bergmann Lindner Kessler Voigt Hartmann Seidel Brandt Ziegler Roth Kuhn Albers Nowak Thoma Reuter"),
    SPAIN(
            0.10,
            "es-ES",
            List.of("Europe/Madrid"),
            "Lucia Mateo Carmen Hugo Elena Pablo Alba Diego Marta Adrian Ines Javier",
            "Navarro Romero Vidal Serrano Castro Molina Ortega Rubio Iglesias Cano"),
    SWEDEN(
            0.08,
            "sv-SE",
            List.of("Europe/Stockholm"),
            "Astrid Elias Saga Oskar Ebba Viktor Linnea Axel Tuva Nils",
            "Lindqvist Sandberg Ekman Nyberg Holmgren Wallin Forsberg Hedlund Strand Dahl"),
    AUSTRALIA(
            0.08,
            "en-AU",
            List.of("Australia/Sydney"),
            "Matilda Angus Sienna Flynn Willow Darcy Piper Hamish Tahlia Jasper",
            "Whitlock Mercer Dunstan Keating Lawler Pascoe Rigby Sutton Tully Varley");

    private final double share;
    final String locale;
    private final List<ZoneId> zones;
    private final List<String> firstNames;
    private final List<String> lastNames;

    Country(double share, String locale, List<String> zones, String firstNames, String lastNames) {
        this.share = share;
        this.locale = locale;
        this.zones = zones.stream().map(ZoneId::of).toList();
        this.firstNames = List.of(firstNames.split(" "));
        this.lastNames = List.of(lastNames.split(" "));
    }

    /** A country, by the shop's share of customers there. */
    static Country draw(SeededRandom seededRandom) {
        Map<Country, Double> shares = new EnumMap<>(Country.class);
        Arrays.stream(values()).forEach(each -> shares.put(each, each.share));
        return seededRandom.weighted(shares);
    }

    ZoneId zone(SeededRandom seededRandom) {
        return seededRandom.oneOf(zones);
    }

    String firstName(SeededRandom seededRandom) {
        return seededRandom.oneOf(firstNames);
    }

    String lastName(SeededRandom seededRandom) {
        return seededRandom.oneOf(lastNames);
    }
}
