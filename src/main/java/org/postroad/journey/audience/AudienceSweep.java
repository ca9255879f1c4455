package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.shard.Shards;
import org.postroad.journey.Enrolment;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneySettings;
import org.postroad.journey.audience.SweepCursors.ShardProgress;
import org.postroad.journey.audience.SweepCursors.SweepItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at all customers now and then, since some begin to match an audience by nothing but the passing of time; and at
 * once when a journey with an audience is deployed. In small transactions, when no event waits. Where people enter, the
 * next look at their shard waits, so that over all shards no more than the rate enter in a second.
 */
@Component
@Order(40)
class AudienceSweep implements ShardedQueue<SweepItem> {

    private final SweepCursors sweepCursors;
    private final Shards shards;
    private final MembershipUpdater membershipUpdater;
    private final JourneySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AudienceSweep(
            SweepCursors sweepCursors,
            Shards shards,
            MembershipUpdater membershipUpdater,
            JourneySettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sweepCursors = sweepCursors;
        this.shards = shards;
        this.membershipUpdater = membershipUpdater;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public List<SweepItem> waiting(int[] among, int atMost) {
        List<Journey> audiences = membershipUpdater.audienceJourneys();
        if (audiences.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> due = sweepCursors.due(IntStream.of(among).boxed().toList(), described(audiences));
        return due.isEmpty() ? List.of() : sweepCursors.nextCustomers(due, most(atMost / due.size()));
    }

    /** Of each shard; all of them may enter. */
    private int most(int share) {
        return Math.max(1, Math.min(share, settings.audienceRate() / Shards.NUMBER));
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.of(membershipUpdater.audienceJourneys())
                .filter(audiences -> !audiences.isEmpty())
                .map(audiences -> sweepCursors.nextDue(described(audiences)));
    }

    /** Changes with every deployment. */
    private static String described(List<Journey> audiences) {
        return audiences.stream()
                .map(journey -> journey.key() + ":" + journey.version())
                .collect(Collectors.joining(" "));
    }

    @Override
    public int process(List<SweepItem> looks) {
        return inTransaction(membershipUpdater.audienceJourneys(), looks, true);
    }

    private int inTransaction(List<Journey> audiences, List<SweepItem> looks, boolean reviewed) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<SweepItem> ours = ours(looks, described(audiences));
            List<Enrolment> entered = reviewed ? membershipUpdater.update(audiences, customers(ours)) : List.of();
            note(ours, described(audiences), entered);
            return ours.size();
        }));
    }

    /** Those of free shards that nobody has swept further meanwhile. */
    private List<SweepItem> ours(List<SweepItem> looks, String audiences) {
        Map<Integer, String> begins =
                looks.stream().collect(Collectors.toMap(SweepItem::shard, SweepItem::after, (first, later) -> first));
        Map<Integer, String> due = sweepCursors.due(shards.tryLock(begins.keySet()), audiences);
        return looks.stream()
                .filter(sweepItem -> Objects.equals(begins.get(sweepItem.shard()), due.get(sweepItem.shard())))
                .toList();
    }

    private static List<String> customers(List<SweepItem> looks) {
        return looks.stream()
                .map(SweepItem::customerId)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private void note(List<SweepItem> looks, String audiences, Collection<Enrolment> entered) {
        if (looks.isEmpty()) {
            return;
        }
        Map<Integer, Long> numbers = entered.stream()
                .collect(Collectors.groupingBy(walk -> Shards.of(walk.customerId()), Collectors.counting()));
        Map<Integer, SweepItem> last = looks.stream()
                .collect(Collectors.toMap(SweepItem::shard, sweepItem -> sweepItem, (earlier, one) -> one));
        sweepCursors.saveProgress(
                audiences,
                last.values().stream()
                        .map(sweepItem -> new ShardProgress(
                                sweepItem.shard(),
                                sweepItem.reached(),
                                next(sweepItem, numbers.getOrDefault(sweepItem.shard(), 0L))))
                        .toList());
    }

    private Instant next(SweepItem last, long entered) {
        Duration pause = last.customerId() == null
                ? settings.audienceEvery()
                : Duration.ofNanos(entered * Shards.NUMBER * 1_000_000_000L / settings.audienceRate());
        return clock.instant().plus(pause);
    }

    /** Who cannot be looked at is passed over until the next round. */
    @Override
    public void giveUp(SweepItem sweepItem, String reason) {
        inTransaction(membershipUpdater.audienceJourneys(), List.of(sweepItem), false);
    }
}
