package org.postroad.predict.sendtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendTimeModelTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void countsResponsesOverMailsAndNotResponsesAlone() {
        List<MailTrace> mails = new ArrayList<>();
        mails.addAll(Collections.nCopies(30, ignored(slot(0, 9))));
        mails.addAll(Collections.nCopies(5, answered(slot(0, 9))));
        mails.addAll(Collections.nCopies(8, answered(slot(0, 19))));

        SendTimes times = SendTimeModel.prior().of(mails);

        assertThat(times.at(slot(0, 19)))
                .as("eight of eight in the evening, against five of 35 in the morning")
                .isGreaterThan(times.at(slot(0, 9)));
        assertThat(times.mails()).isEqualTo(43);
        assertThat(times.responses()).isEqualTo(13);
    }

    @Test
    void findsTheHabitsOfThoseWhoReadAtOtherTimesThanMost() {
        List<List<MailTrace>> shop = new ArrayList<>();
        IntStream.range(0, 80).forEach(i -> shop.add(readsAt(i % 4 == 0 ? 19 : 8, 20, i)));

        SendTimeModel model = SendTimeTraining.fit(shop);

        assertThat(hour(model.of(List.of()))).as("nothing is known").isBetween(6, 8);
        assertThat(hour(model.of(readsAt(19, 20, 1_000)))).isBetween(17, 19);
        assertThat(hour(model.of(readsAt(8, 20, 1_001)))).isBetween(6, 8);
    }

    @Test
    void learnsThatAMailFades() {
        List<List<MailTrace>> shop = new ArrayList<>();
        IntStream.range(0, 80).forEach(i -> shop.add(readsAt(8, 20, i)));

        MailAge age = SendTimeTraining.fit(shop).age();

        assertThat(age.at(0)).isGreaterThan(2 * age.at(MailAge.SLOTS - 1));
        assertThat(IntStream.range(1, MailAge.SLOTS)).allMatch(slots -> age.at(slots) <= age.at(slots - 1));
    }

    @Test
    void isSensibleWithoutMailsAndWithOneCustomer() {
        assertThat(SendTimeTraining.fit(List.of()).of(List.of()).best()).isEqualTo(slot(0, 10));
        assertThat(SendTimeTraining.fit(List.of(List.of())).of(List.of()).best())
                .isEqualTo(slot(0, 10));
        List<MailTrace> onlyCustomer = readsAt(19, 20, 3);
        assertThat(hour(SendTimeTraining.fit(List.of(onlyCustomer)).of(onlyCustomer)))
                .isBetween(17, 19);
    }

    @Test
    void learnsFromClicksOfWhichTheMailsAreNotKnown() {
        List<List<MailTrace>> shop = new ArrayList<>();
        IntStream.range(0, 80)
                .forEach(i -> shop.add(Collections.nCopies(5, new MailTrace(slot(i % 5, 19), 0, true, false))));

        assertThat(hour(SendTimeTraining.fit(shop).of(List.of()))).isBetween(17, 19);
    }

    @Test
    void isTheSameAgain() {
        List<List<MailTrace>> shop = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> shop.add(readsAt(8 + i % 3, 10, i)));
        SendTimes one = SendTimeTraining.fit(shop).of(shop.get(7));
        SendTimes other = SendTimeTraining.fit(shop).of(shop.get(7));
        assertThat(IntStream.range(0, WeekSlots.A_WEEK)).allMatch(slot -> one.at(slot) == other.at(slot));
    }

    @Test
    void readsATraceInTheCustomersTimeZone() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Optional<Instant> sent = Optional.of(MONDAY.plusSeconds(14 * 3_600 + 14 * 60));
        Optional<Instant> answered = Optional.of(MONDAY.plusSeconds(14 * 3_600 + 16 * 60));
        MailTrace trace = MailTrace.of(sent, answered, MONDAY.plusSeconds(900_000), newYork)
                .orElseThrow();
        assertThat(trace).isEqualTo(new MailTrace(slot(0, 9), 1, true, true));
        assertThat(trace.last()).isEqualTo(slot(0, 9) + 1);
    }

    @Test
    void takesClocksThatJumpAndResponsesThatComeLate() {
        Optional<Instant> sent = Optional.of(MONDAY);
        assertThat(MailTrace.of(sent, Optional.empty(), MONDAY.minusSeconds(1), ZoneOffset.UTC))
                .as("sent in the future")
                .isEmpty();
        assertThat(MailTrace.of(sent, Optional.of(MONDAY.plusSeconds(60)), MONDAY, ZoneOffset.UTC))
                .as("answered in the future")
                .contains(new MailTrace(0, 0, false, true));
        assertThat(MailTrace.of(
                        sent, Optional.of(MONDAY.plusSeconds(3 * 86_400)), MONDAY.plusSeconds(900_000), ZoneOffset.UTC))
                .as("answered after three days")
                .contains(new MailTrace(0, MailAge.SLOTS - 1, false, true));
        assertThat(MailTrace.of(Optional.empty(), Optional.empty(), MONDAY, ZoneOffset.UTC))
                .isEmpty();
    }

    private static int slot(int day, int hour) {
        return day * WeekSlots.A_DAY + hour * 4;
    }

    private static int hour(SendTimes times) {
        return times.best() % WeekSlots.A_DAY / 4;
    }

    private static MailTrace answered(int sent) {
        return new MailTrace(sent, 1, true, true);
    }

    private static MailTrace ignored(int sent) {
        return new MailTrace(sent, MailAge.SLOTS - 1, false, true);
    }

    /** Mails at any time; three of four are answered when the customer next looks, around that hour. */
    private static List<MailTrace> readsAt(int hour, int mails, int seed) {
        Random random = new Random(seed);
        List<MailTrace> traces = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            int sent = random.nextInt(WeekSlots.A_WEEK);
            int looks = hour * 4 + 2 + (int) Math.round(1.5 * random.nextGaussian());
            int wait = Math.floorMod(looks - sent, WeekSlots.A_DAY);
            traces.add(random.nextInt(4) > 0 ? new MailTrace(sent, wait, true, true) : ignored(sent));
        }
        return traces;
    }
}
