-- Whether the coverage proof names issuers to members other than themselves. It is the coalition's to agree.
ALTER TABLE "coalition" ADD COLUMN "coverage_anonymous" BOOLEAN NOT NULL DEFAULT false;
