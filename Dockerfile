FROM node:24-slim AS build
WORKDIR /app
COPY . .
# Installs what package-lock.json says, and builds dist/ with its prepare script.
RUN npm ci
# The Node among the dependencies is for machines that have an older one; this has the image's own.
RUN npm prune --omit=dev --ignore-scripts && rm -rf node_modules/node node_modules/.bin/node

FROM node:24-slim
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
COPY --from=build /app/node_modules ./node_modules
# Data, logs and what is published; give it a volume that all containers share.
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    DATA_DIR=/data \
    LOG_DIR=/data/logs \
    PUBLISH_DIR=/data/published \
    LOG_LEVEL=info
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, which would not pass signals on; the flags as in package.json.
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=50", "bin/galley.js", "serve"]
