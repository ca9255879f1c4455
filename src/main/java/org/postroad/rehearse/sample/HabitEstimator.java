package org.postroad.rehearse.sample;

import java.time.ZoneId;
import java.util.List;
import org.postroad.shop.PersonTraits;

/**
 * Estimates the habits of each customer of a sample from the own past, drawn towards the sample's mean where little is known
 * (empirical Bayes; see {@link Rate}).
 */
final class HabitEstimator {

    /** More visits than this are a robot's. */
    private static final double MOST_VISITS_A_WEEK = 50;

    private final Sample sample;
    private final List<Observed> observed;
    private final SampleMeans means;

    private HabitEstimator(Sample sample, List<Observed> observed, SampleMeans means) {
        this.sample = sample;
        this.observed = observed;
        this.means = means;
    }

    static HabitEstimator of(Sample sample) {
        CatalogIndex catalog = new CatalogIndex(sample.catalog());
        List<Observed> observed = sample.customers().stream()
                .map(customer -> Observed.of(customer, sample.starts(), catalog))
                .toList();
        return new HabitEstimator(sample, observed, SampleMeans.of(observed, catalog));
    }

    SampleMeans means() {
        return means;
    }

    /** @param index in the sample */
    PersonTraits traits(int index, long seed) {
        SampledCustomer customer = sample.customers().get(index);
        Observed seen = observed.get(index);
        return new PersonTraits(
                customer.id(),
                seed,
                customer.email(),
                customer.createdAt(),
                customer.timeZone() == null ? ZoneId.of("UTC") : ZoneId.of(customer.timeZone()),
                seen.categories().sharesShrunkTo(means.categories(), SampleMeans.CHOICES),
                seen.topics().sharesShrunkTo(means.topics(), SampleMeans.CHOICES),
                seen.discounts().shrunkTo(means.discountShare(), SampleMeans.ORDERS),
                Math.min(MOST_VISITS_A_WEEK, seen.visits().shrunkTo(means.visitsPerWeek(), SampleMeans.WEEKS)),
                seen.orders().shrunkTo(means.buysOnVisit(), SampleMeans.VISITS),
                seen.opened().shrunkTo(means.opens(), SampleMeans.MAILS),
                seen.clicked().shrunkTo(means.clicks(), SampleMeans.OPENED),
                seen.mail().plus(means.mail().weighing(SampleMeans.MOMENTS)).hours(),
                seen.shop().plus(means.shop().weighing(SampleMeans.MOMENTS)).hours());
    }
}
