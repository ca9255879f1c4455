package org.postroad.evaluate.sendtime;

import java.util.Collection;
import java.util.List;
import org.postroad.predict.sendtime.MailTrace;
import org.postroad.predict.sendtime.WeekSlots;

/** The simplest rules: an hour of the day for everybody, and each person's most frequent hour. From the same data as the model. */
final class HourRules {

    private static final int HOURS = 24;

    private HourRules() {}

    /** The hour of the day in which the mails were sent that brought most responses a mail. */
    static int globalBest(Collection<List<MailTrace>> people) {
        int[] responses = new int[HOURS];
        int[] mails = new int[HOURS];
        people.forEach(mailsOfOne -> mailsOfOne.forEach(mail -> {
            mails[hour(mail.first())]++;
            responses[hour(mail.first())] += mail.responded() ? 1 : 0;
        }));
        int best = 0;
        for (int hour = 1; hour < HOURS; hour++) {
            best = responses[hour] * (double) Math.max(1, mails[best])
                            > responses[best] * (double) Math.max(1, mails[hour])
                    ? hour
                    : best;
        }
        return best;
    }

    /** The hour of the day in which the person responded most often; the earliest of equals. */
    static int modal(List<MailTrace> mails, int withoutAny) {
        int[] responses = new int[HOURS];
        mails.stream()
                .filter(MailTrace::responded)
                .forEach(mail -> responses[hour((mail.first() + mail.slots()) % WeekSlots.A_WEEK)]++);
        int modal = 0;
        for (int hour = 1; hour < HOURS; hour++) {
            modal = responses[hour] > responses[modal] ? hour : modal;
        }
        return responses[modal] == 0 ? withoutAny : modal;
    }

    private static int hour(int slot) {
        return slot % WeekSlots.A_DAY * HOURS / WeekSlots.A_DAY;
    }
}
