/**
 * When a customer clicks: responses over mails that wait for one, by quarter-hour of the week, shrunk to everybody's. Start at
 * {@link org.postroad.predict.sendtime.SendTimeTraining}.
 */
@NullMarked
@NamedInterface("sendtime")
package org.postroad.predict.sendtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
