package org.postroad.rehearse.sample;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.postroad.rehearse.RehearsalState;
import org.postroad.rehearse.SimulationScene;
import org.postroad.shop.PersonTraits;
import org.postroad.shop.SimulatedPeople;
import org.postroad.shop.SimulationPorts;

/** A simulation with a sample: its pasts as they were, and after them lives of the same habits. */
final class SampleScene implements SimulationScene {

    private final Sample sample;
    private final HabitEstimator habits;
    private final long seed;
    private final SampleWriter writer;

    SampleScene(Sample sample, HabitEstimator habits, long seed, SampleWriter writer) {
        this.sample = sample;
        this.habits = habits;
        this.seed = seed;
        this.writer = writer;
        if (sample.catalog().goods().isEmpty()) {
            throw new IllegalArgumentException("The installation's catalog has no product with a category and a price,"
                    + " so nobody could buy anything in a simulation. Put products first (PUT /api/products).");
        }
    }

    @Override
    public int customers() {
        return sample.size();
    }

    @Override
    public String kind() {
        return "people of a sample";
    }

    @Override
    public String description() {
        SampleMeans means = habits.means();
        return String.format(
                Locale.ROOT,
                "They are %,d of the installation's %,d customers with an e-mail address, chosen by lot, anonymised."
                        + " Taken from their past: %,d events (of the last %d days, and all orders), consents, attributes,"
                        + " time zones, and the catalog. Their further life is estimated from the own past of each, drawn"
                        + " towards the mean of all where little is known: visits (%.2f a week on average, older ones"
                        + " counting less; what a click may have brought about is left out), the share of visits with an order (%.1f %%),"
                        + " opened mails (%.0f %%), clicks on them (%.0f %%), orders with a discount (%.0f %%), the usual"
                        + " hours, categories and topics. Assumed: how mails and offers act on people, that an order holds"
                        + " one product and seasons do not matter, that nobody is in a journey at the start, joins or stays away for good."
                        + " %,d different texts were replaced by numbers, %,d properties and attributes were dropped.",
                sample.size(),
                sample.available(),
                sample.events(),
                Sample.WINDOW.toDays(),
                means.visitsPerWeek(),
                100 * means.buysOnVisit(),
                100 * means.opens(),
                100 * means.clicks(),
                100 * means.discountShare(),
                sample.replaced().replaced(),
                sample.replaced().dropped());
    }

    @Override
    public void stock(RehearsalState rehearsalState) {
        rehearsalState.stockCatalog(sample.catalog()::putInto);
    }

    @Override
    public void sendPast(Instant starts, SimulationPorts ports) {
        writer.write(sample);
    }

    @Override
    public SimulatedPeople people(Instant starts, SimulationPorts ports) {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<PersonTraits> people = IntStream.range(0, sample.size())
                .mapToObj(index -> habits.traits(index, seeds.nextLong()))
                .toList();
        return SimulatedPeople.withTraits(
                people,
                sample.catalog().goods(),
                sample.catalog().articles(),
                sample.catalog().offers(),
                starts,
                ports);
    }
}
