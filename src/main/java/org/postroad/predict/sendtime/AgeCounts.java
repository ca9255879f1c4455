package org.postroad.predict.sendtime;

import java.util.List;

/** Responses and those that the rates of slots lead to expect, by how long the mail had waited. */
final class AgeCounts {

    /** How many responses in each stretch the fading so far counts as. */
    private static final double PRIOR = 20;

    private final double[] responses = new double[MailAge.STRETCHES];
    private final double[] expected = new double[MailAge.STRETCHES];

    AgeCounts(MailAge prior) {
        for (int stretch = 0; stretch < MailAge.STRETCHES; stretch++) {
            responses[stretch] = PRIOR * prior.ofStretch(stretch);
            expected[stretch] = PRIOR;
        }
    }

    /** @param rates responses per waiting mail of age 0, by slot of the week */
    void add(List<MailTrace> mails, double[] rates) {
        for (MailTrace mail : mails) {
            if (mail.sendKnown()) {
                responses[MailAge.stretchOf(mail.slots())] += mail.responded() ? 1 : 0;
                for (int waited = 0; waited <= mail.slots(); waited++) {
                    expected[MailAge.stretchOf(waited)] +=
                            MailAge.shareOfSlot(waited) * rates[(mail.first() + waited) % WeekSlots.A_WEEK];
                }
            }
        }
    }

    MailAge fading() {
        return MailAge.fading(responses, expected);
    }
}
