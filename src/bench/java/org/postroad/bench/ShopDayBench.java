package org.postroad.bench;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * How long a user waits who lets a day pass in local mode: two thousand people of the simulated shop and the sixteen stock
 * journeys, over HTTP. {@code -Dbench.before=FILE} names the jar of an earlier Postroad to measure beside it, in turns.
 */
class ShopDayBench {

    private static final int PEOPLE = Scale.of(2_000);
    private static final int WARM_UP_DAYS = Integer.getInteger("bench.warm-up-days", 5);

    @Test
    void shopDay() throws Exception {
        String what = "a day passes: %,d people, 16 journeys".formatted(PEOPLE);
        String before = System.getProperty("bench.before");
        try (RunningPostroad postroad = RunningPostroad.withShop(PEOPLE)) {
            TimeMachine now = new TimeMachine(postroad.port());
            if (before == null) {
                warmUp(now);
                ResultTable.add(Rounds.of(7).measure("shop-day", what, "s", () -> tellingDay(postroad, now)));
            } else {
                try (EarlierPostroad earlier = EarlierPostroad.start(Path.of(before), PEOPLE)) {
                    TimeMachine then = new TimeMachine(earlier.port());
                    warmUp(now);
                    warmUp(then);
                    ResultTable.add(Rounds.of(7)
                            .compare(
                                    "shop-day",
                                    what + "; against " + Path.of(before).getFileName(),
                                    "s",
                                    () -> tellingDay(postroad, now),
                                    then::secondsOfADay));
                }
            }
        }
    }

    private static void warmUp(TimeMachine timeMachine) throws Exception {
        for (int day = 0; day < WARM_UP_DAYS; day++) {
            System.out.printf("  shop-day warm-up: %.2f s%n", timeMachine.secondsOfADay());
        }
    }

    private static double tellingDay(RunningPostroad postroad, TimeMachine timeMachine) throws Exception {
        long events = postroad.number("select count(*) from event");
        long mails = postroad.number("select count(*) from message where state = 'SENT'");
        double seconds = timeMachine.secondsOfADay();
        System.out.printf(
                "  shop-day: %.2f s, %,d events, %,d mails%n",
                seconds,
                postroad.number("select count(*) from event") - events,
                postroad.number("select count(*) from message where state = 'SENT'") - mails);
        return seconds;
    }
}
