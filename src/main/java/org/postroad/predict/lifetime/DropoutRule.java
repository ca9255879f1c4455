package org.postroad.predict.lifetime;

/** When a customer may be lost. */
public enum DropoutRule {

    /** After each repeat purchase: BG/NBD (Fader, Hardie and Lee 2005). */
    AFTER_REPEATS(0),

    /** After each purchase, the first as well: MBG/NBD (Batislam, Denizel and Filiztekin 2007). */
    AFTER_EVERY_PURCHASE(1);

    private final int chancesAtFirst;

    DropoutRule(int chancesAtFirst) {
        this.chancesAtFirst = chancesAtFirst;
    }

    /** How often a customer with so many repeats could have been lost, and was not if still there. */
    int chances(int repeats) {
        return repeats + chancesAtFirst;
    }
}
