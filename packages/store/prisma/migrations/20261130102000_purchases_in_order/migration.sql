-- Streams of purchases are read in the order in which batches committed, coalition by coalition. Block ranges alone do not
-- tell coalitions apart: those of all of them overlap in their numbers.
CREATE INDEX "purchase_coalition_id_batch_no_batch_step_idx" ON "purchase"("coalition_id", "batch_no", "batch_step");
