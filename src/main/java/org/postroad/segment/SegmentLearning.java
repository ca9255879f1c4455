package org.postroad.segment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.postroad.segment.SegmentMembers.Membership;
import org.postroad.segment.SegmentSizes.Size;
import org.postroad.segment.model.Behaviour;
import org.postroad.segment.model.Cluster;
import org.postroad.segment.model.Rfm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Learns the segments of all customers and writes who is where: clusters and quintiles first, then who is like whom. */
@Service
public class SegmentLearning {

    private final AllCustomers customers;
    private final NamedSegments named;
    private final Segments segments;
    private final SegmentFits fits;
    private final SegmentMembers members;
    private final SegmentSizes sizes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SegmentLearning(
            AllCustomers customers,
            NamedSegments named,
            Segments segments,
            SegmentFits fits,
            SegmentMembers members,
            SegmentSizes sizes,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.customers = customers;
        this.named = named;
        this.segments = segments;
        this.fits = fits;
        this.members = members;
        this.sizes = sizes;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Learns and writes now. With a million customers and no lookalikes some minutes, most of them for reading profiles.
     *
     * @return how many buyers the clusters were learned from
     */
    public int run() {
        Instant now = clock.instant();
        List<NamedSegment> rules = List.copyOf(named.all().values());
        SegmentFit fit = SegmentFit.of(customers.sample(now), fits.latest());
        Census census = new Census(fit, rules, segments);
        fits.store(fit); // rules may ask for what was learned
        customers.eachPage(now, page -> count(page, census, now));
        Map<String, Long> alike = findAlike(rules, census, now);
        List<Size> counted = new ArrayList<>(Stream.of(
                        fit.clusters().clusters().stream().map(Cluster::label),
                        Rfm.meanings().keySet().stream(),
                        rules.stream().map(NamedSegment::name))
                .flatMap(names -> names)
                .map(name -> new Size(name, census.countOf(name), census.marksOf(name)))
                .toList());
        alike.forEach((name, count) -> counted.add(new Size(SegmentNames.like(name), count, "")));
        if (!census.isEmpty()) { // the history of a shop begins with its first customer
            LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
            transactions.executeWithoutResult(transaction -> sizes.store(day, counted));
        }
        return fit.clusters().customers();
    }

    private void count(Map<String, Behaviour> page, Census census, Instant now) {
        Map<String, Set<String>> before = members.of(page.keySet());
        members.replace(page.keySet(), census.count(page, before), false, now);
    }

    private Map<String, Long> findAlike(List<NamedSegment> rules, Census census, Instant now) {
        List<Likeness> learned = rules.stream()
                .flatMap(rule ->
                        Likeness.learn(rule.name(), census.members(rule.name()), census.others(rule.name())).stream())
                .toList();
        Map<String, Long> counts = new HashMap<>();
        rules.forEach(rule -> counts.put(rule.name(), 0L));
        customers.eachPage(now, page -> {
            List<Membership> alike = alike(page, learned);
            members.replace(page.keySet(), alike, true, now);
            learned.forEach(each -> counts.merge(
                    each.segment(),
                    alike.stream()
                            .filter(one -> one.segment().equals(SegmentNames.like(each.segment())))
                            .count(),
                    Long::sum));
        });
        return counts;
    }

    private List<Membership> alike(Map<String, Behaviour> page, List<Likeness> learned) {
        Map<String, Set<String>> in = members.of(page.keySet());
        return page.entrySet().stream()
                .flatMap(customer -> learned.stream()
                        .filter(each ->
                                !in.getOrDefault(customer.getKey(), Set.of()).contains(each.segment())
                                        && each.holds(customer.getValue()))
                        .map(each -> new Membership(customer.getKey(), SegmentNames.like(each.segment()))))
                .toList();
    }
}
