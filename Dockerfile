# One image for every process: `serve` (the default), `worker`, `migrate`, `doctor` and all other commands.
FROM node:20-bookworm-slim AS build
WORKDIR /artel
COPY . .
ENV CI=true TURBO_TELEMETRY_DISABLED=1
RUN npx --yes "$(node -p "require('./package.json').packageManager")" install --frozen-lockfile \
  && npm run build \
  && PNPM="$(node -p "require('./package.json').packageManager")" \
  && rm -rf node_modules */*/node_modules scripts/node_modules .turbo */*/.turbo \
  && npx --yes "$PNPM" install --frozen-lockfile --prod --filter-prod '@artel/cli...'

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 NODE_OPTIONS=--max-semi-space-size=128
WORKDIR /artel
# Owned by root, run by somebody else: nothing of it changes while it runs.
COPY --from=build /artel /artel
USER node
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "packages/cli/bin/artel.js"]
CMD ["serve", "--no-worker"]
