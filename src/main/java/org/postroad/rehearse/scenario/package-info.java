/** Scenarios: what a marketer expects of a journey, played on the stage and compared. */
@NullMarked
package org.postroad.rehearse.scenario;

import org.jspecify.annotations.NullMarked;
