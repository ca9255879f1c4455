package org.postroad.predict.serving;

import org.postroad.predict.replenishment.ReplenishmentModel;

/**
 * The intervals of all products.
 *
 * @param histories of one customer and one product each, that it was fitted to or drawn from
 */
record HabitModel(ReplenishmentModel intervals, int histories) {}
