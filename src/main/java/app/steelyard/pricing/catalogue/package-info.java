/**
 * The catalogue behind the hand-checked profiles: prices of every model that public price data knows, and the one place
 * that finds a price by whatever a log, a router or a person calls a model.
 *
 * <p>A price's way: {@link GenaiPrices}, {@link LiteLlmPrices}, {@link ModelsDev} and {@link PortkeyPrices} read a public
 * snapshot, {@link Sanity} leaves out what cannot be meant and {@link Unlikely} warns of what may not be, {@link Merge} puts
 * snapshots together, and {@link CatalogueCsv} keeps the result, which {@link Catalogue} asks for by reference. An id's way:
 * {@link Resolver} takes it apart by the rules of {@link Spelling} until a profile or the catalogue has it, and says by which
 * rules; where a rule could give a wrong price it asks instead.
 *
 * <p>The shipped table is made by {@code CatalogueTool}, a program among the tests. A newer snapshot goes the same way and is held
 * against the prices in use by {@link Difference}; {@link KeptPrices} is the table of what a person took over or stated.
 *
 * <p>It may import {@code pricing}, {@code plan}, {@code json}, {@code files} and {@code text}.
 */
@NullMarked
package app.steelyard.pricing.catalogue;

import org.jspecify.annotations.NullMarked;
