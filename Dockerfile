FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# The image has its own Node; the one from npm is for machines with an older one.
RUN npm run build \
	&& npm prune --omit=dev \
	&& rm -rf node_modules/node-linux-* node_modules/.bin/node node_modules/.cache

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
RUN install -d -o node -g node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
# The live door, the use cases and the queries run as they are written: Node strips the types.
COPY --from=build /app/src src
COPY --from=build /app/db db
COPY --from=build /app/ws-server ws-server
COPY --from=build /app/build build
USER node
# Letters that could not be mailed and, without DATABASE_URL, the database itself.
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/start/main.ts"]
