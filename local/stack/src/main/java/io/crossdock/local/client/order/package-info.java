/** {@code order}: one order for somebody who has a customer on the telephone, or a list of them. Each section of the page is a class. */
@NullMarked
package io.crossdock.local.client.order;

import org.jspecify.annotations.NullMarked;
