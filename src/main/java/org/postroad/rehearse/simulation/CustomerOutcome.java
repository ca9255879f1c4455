package org.postroad.rehearse.simulation;

/**
 * What a simulation came to for one customer, over all journeys.
 *
 * @param revenue of all orders
 * @param withdrawals how often the consent to mail was withdrawn
 */
record CustomerOutcome(double revenue, double orders, double mails, double withdrawals) {

    static final CustomerOutcome NOTHING = new CustomerOutcome(0, 0, 0, 0);
}
