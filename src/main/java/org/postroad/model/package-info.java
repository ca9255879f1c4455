/** What each learned model says of itself, in one form for all, and the switch that stops one. */
@NullMarked
package org.postroad.model;

import org.jspecify.annotations.NullMarked;
