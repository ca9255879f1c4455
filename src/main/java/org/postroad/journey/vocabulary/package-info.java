/** The objects and functions that expressions in a diagram can use, such as customer, event and after('P3D'). */
@NullMarked
package org.postroad.journey.vocabulary;

import org.jspecify.annotations.NullMarked;
