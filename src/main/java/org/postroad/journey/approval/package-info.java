/** Submits changed e-mail contents to the approver through the journey content-approval, and approves them when it reaches its goal. */
@NullMarked
package org.postroad.journey.approval;

import org.jspecify.annotations.NullMarked;
