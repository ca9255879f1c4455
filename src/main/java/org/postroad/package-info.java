/**
 * Postroad: each customer walks a journey drawn in BPMN and gets, at each station, the one e-mail that suits.
 *
 * <p>This root package starts the application and holds its configuration and its doors: login, keys, commands. The
 * road itself runs event, customer, journey, decide, compose, deliver, track; see each package.
 */
@NullMarked
package org.postroad;

import org.jspecify.annotations.NullMarked;
