package org.postroad.predict.sendtime;

import java.util.ArrayList;
import java.util.List;

/** Every second mail of a customer, and the others: what is learned from the one half is held against the other. */
record Halves(List<MailTrace> told, List<MailTrace> heldBack) {

    static Halves of(List<MailTrace> mails) {
        Halves halves = new Halves(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < mails.size(); i++) {
            (i % 2 == 0 ? halves.told : halves.heldBack).add(mails.get(i));
        }
        return halves;
    }

    Halves swapped() {
        return new Halves(heldBack, told);
    }
}
