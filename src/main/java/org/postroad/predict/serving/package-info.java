/**
 * What is predicted of this installation's customers: models learned in the background from the event log, and asked with a
 * customer's own purchases. Start at {@link org.postroad.predict.serving.Predictions}.
 */
@NullMarked
@NamedInterface("serving")
package org.postroad.predict.serving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
