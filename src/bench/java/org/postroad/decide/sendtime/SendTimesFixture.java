package org.postroad.decide.sendtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.postroad.customer.profile.PastMail;
import org.postroad.predict.sendtime.SendTimeModel;
import org.postroad.predict.sendtime.SendTimeTraining;

/** Customers with 24 mails each, and the best moment for each within a day, as the server computes it. */
public final class SendTimesFixture {

    private static final int CUSTOMERS = 10_000;
    private static final int SAMPLE = 500;
    private static final int MAILS = 24;
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);
    private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);

    private final List<List<PastMail>> customers = new ArrayList<>();
    private final SendTimeModel model;

    public SendTimesFixture() {
        Random random = new Random(1);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            customers.add(mails(random));
        }
        model = SendTimeTraining.fit(customers.subList(0, SAMPLE).stream()
                .map(mails -> PopulationSendTimes.traces(mails, NOW, ZONE))
                .toList());
    }

    private static List<PastMail> mails(Random random) {
        int reads = 420 + random.nextInt(900);
        List<PastMail> mails = new ArrayList<>();
        for (int mail = MAILS; mail > 0; mail--) {
            Instant sent = NOW.minus(Duration.ofMinutes(10_080L * mail - random.nextInt(10_000)));
            long waits = Math.floorMod(reads + random.nextInt(60) - sent.getEpochSecond() / 60 % 1_440, 1_440L);
            mails.add(new PastMail(
                    Optional.of(sent),
                    random.nextBoolean() ? Optional.of(sent.plus(Duration.ofMinutes(waits))) : Optional.empty()));
        }
        return mails;
    }

    /** The best moment for one of the customers; nothing is remembered between two calls. */
    public Instant moment(int customer) {
        return new Moments(NOW, WINDOW, ZONE, SendTimesFixture::awake)
                .best(model.of(PopulationSendTimes.traces(customers.get(customer % CUSTOMERS), NOW, ZONE)));
    }

    private static ZonedDateTime awake(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        return time.isBefore(QUIET_UNTIL)
                ? at.with(QUIET_UNTIL)
                : time.isBefore(QUIET_FROM) ? at : at.plusDays(1).with(QUIET_UNTIL);
    }
}
