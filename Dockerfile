# syntax=docker/dockerfile:1
FROM node:20-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8766 \
    STORE_URL=file:/data/bot766.db
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY . .
# Made here: at run time the program's own folder is not the bot's to write.
RUN node -e "import('./bot/bootstrap/bundle.mjs').then(({ bundleOf }) => bundleOf('bot/main.ts'))"
# The folder of the SQLite store, for the one user the bot runs as.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8766
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "bot/bootstrap/run.mjs", "bot/main.ts"]
